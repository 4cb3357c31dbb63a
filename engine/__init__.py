"""The search engine: shapes, depth views, encoders, catalog, vectors, queries."""
