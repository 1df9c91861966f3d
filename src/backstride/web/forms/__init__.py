"""The forms of the pages: what is asked, in which words, and what is taken."""
