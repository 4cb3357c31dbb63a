"""What the page shows: one module per part of it; `page.page` puts them together."""
