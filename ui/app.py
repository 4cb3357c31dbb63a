"""The page's entry script: `shapeseek ui` starts it (see ui.launch); Streamlit runs it at every interaction."""

from ui.screens.page import page

page()
