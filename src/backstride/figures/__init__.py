"""Figures as files: pictures made from SVG, moving pictures, sheets of all of them."""
