"""What shapes are called: zero-shot names, labels taught by examples, and how both are kept."""
