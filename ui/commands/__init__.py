"""The commands of `shapeseek`, grouped by what a person is doing. Heavy imports happen inside them: help is instant."""
