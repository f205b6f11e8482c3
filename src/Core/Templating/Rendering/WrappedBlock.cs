namespace Clientele.Templating;

/// <summary>The statements that <c>wrap</c> hands to a function, with the variables they were written among.</summary>
internal sealed record WrappedBlock(Statement[] Body, Frame Frame);
