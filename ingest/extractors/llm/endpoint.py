"""Questions to the endpoint, by pydantic-ai: parts at the same time, each answered or failed on its own."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from openai import AsyncOpenAI, DefaultAsyncHttpxClient
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.exceptions import AgentRunError, ModelHTTPError, OutputTokenLimitExceeded, UnexpectedModelBehavior
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.output import OutputSpec
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from graph.model import Document
from graph.ontology import concepts
from ingest.extractors.llm.account import Spent
from ingest.extractors.llm.answer import Answer, RawTold
from ingest.extractors.llm.parts import Part
from ingest.extractors.llm.settings import LlmSettings

logger = logging.getLogger("whoheld.extractors.llm")

PROMPT = Path(__file__).with_name("prompt.txt")
REASON_LENGTH = 300
_SHAPES: dict[str, OutputSpec[Answer]] = {
    "schema": NativeOutput(Answer, name="claims"),
    "tool": ToolOutput(Answer, name="claims"),
    "prompt": PromptedOutput(Answer, name="claims"),
}


@dataclass(frozen=True, slots=True)
class AnsweredPart:
    """What the model tells of a part, unchecked."""

    part: Part
    told: tuple[RawTold, ...]


@dataclass(frozen=True, slots=True)
class FailedPart:
    """A part without a usable answer, and why, in one line."""

    part: Part
    reason: str


async def answers(
    settings: LlmSettings, document: Document, pieces: tuple[Part, ...], spent: Spent
) -> list[AnsweredPart | FailedPart]:
    """An answer or a failure for each part, in their order; what they took is added to `spent`."""

    async def count(_request: object) -> None:
        spent.requests += 1

    async with AsyncOpenAI(
        base_url=settings.url,
        api_key=settings.key.get_secret_value(),
        timeout=settings.timeout,
        max_retries=settings.retries,
        http_client=DefaultAsyncHttpxClient(event_hooks={"request": [count]}),
    ) as client:
        agent = _agent(settings, client)
        gate = asyncio.Semaphore(settings.parallel)
        return await asyncio.gather(*(_answer(agent, gate, _question(document, part), part, spent) for part in pieces))


def _agent(settings: LlmSettings, client: AsyncOpenAI) -> Agent[None, Answer]:
    provider = OpenAICompatibleProvider("whoheld", openai_client=client)
    return Agent(
        OpenAIChatModel(settings.model, provider=provider),
        output_type=_SHAPES[settings.output],
        instructions=instructions(),
        retries=settings.retries,
        model_settings=ModelSettings(temperature=0, request_timeout=settings.timeout),
    )


def instructions() -> str:
    """What the model is told beside the schema; the roles are the ontology's."""
    labels = "; ".join(concept.notation for concept in concepts("role"))
    return PROMPT.read_text(encoding="utf-8").replace("{roles}", labels)


def _question(document: Document, part: Part) -> str:
    """The part between two marks that no document can contain: they depend on its text."""
    mark = hashlib.sha256(document.text.encode()).hexdigest()[:24]
    head = f"Title: {document.title}\nPublished: {document.published or 'not known'}\n"
    return f"{head}Part {part.number}; it begins at character {part.begin}.\n=== {mark}\n{part.text}\n=== {mark}"


async def _answer(
    agent: Agent[None, Answer], gate: asyncio.Semaphore, question: str, part: Part, spent: Spent
) -> AnsweredPart | FailedPart:
    usage = RunUsage()
    try:
        async with gate:
            result = await agent.run(question, usage=usage)
        return AnsweredPart(part, tuple(result.output.claims))
    except Exception as error:
        # An endpoint may answer anything, and the libraries between fall over some of it with errors of any type.
        logger.debug("part %d", part.number, exc_info=True)
        return FailedPart(part, _reason(error))
    finally:
        spent.input_tokens += usage.input_tokens
        spent.output_tokens += usage.output_tokens


def _reason(error: Exception) -> str:
    if isinstance(error, ModelHTTPError):
        text = f"the endpoint answered with HTTP {error.status_code}: {error.body}"
    elif isinstance(error, OutputTokenLimitExceeded):
        text = "its answer was cut off for its length; a smaller WHOHELD_LLM_PART_LENGTH makes answers shorter"
    elif isinstance(error, UnexpectedModelBehavior):
        text = f"its answers did not fit the schema ({error.message})"
    elif isinstance(error, AgentRunError):
        text = f"the endpoint did not answer ({error})"
    else:
        text = f"the endpoint's answer could not be read ({type(error).__name__}: {error})"
    return " ".join(text.split())[:REASON_LENGTH]
