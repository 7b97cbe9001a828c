"""A picture of a part of the graph: one HTML file that asks the network for nothing, or the same as SVG.

Data flows from what is drawn (`drawing`: which nodes, parallel facts as one line, crowds as one shape, places) to what
is told of it (`telling`), the pyvis network (`network`), and at the end the page (`page`) or the SVG (`svg`).
"""

from graph.picture.drawing import Drawing, drawing
from graph.picture.page import POLICY, SERVED_POLICY, Served, picture, picture_data
from graph.picture.svg import svg
from graph.picture.telling import web_address

__all__ = ["POLICY", "SERVED_POLICY", "Drawing", "Served", "drawing", "picture", "picture_data", "svg", "web_address"]
