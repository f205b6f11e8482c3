namespace Clientele.Templating;

/// <summary>What one render may use. Crossing a limit ends the render with a <see cref="TemplateException"/> that says which limit and where.</summary>
/// <remarks>All limits are charged in one place, by every loop, concatenation, builtin function and formatter. Immutable.</remarks>
public sealed record TemplateBudget
{
    /// <summary>The limits used where none are given.</summary>
    public static TemplateBudget Default { get; } = new();

    /// <summary>Statements, loop rounds, calls and items touched by builtin functions.</summary>
    /// <value>At least 1. The default is 1,000,000.</value>
    public long Steps { get; init; } = 1_000_000;

    /// <summary>Characters of output, escaping and indentation included.</summary>
    /// <value>At least 0. The default is 16,777,216.</value>
    public int OutputChars { get; init; } = 16 * 1024 * 1024;

    /// <summary>Characters of all strings built while rendering (concatenations, captures, results of functions), kept or not.</summary>
    /// <value>At least 0. The default is 67,108,864.</value>
    public long StringChars { get; init; } = 64L * 1024 * 1024;

    /// <summary>Items of one array or object.</summary>
    /// <value>At least 0. The default is 1,000,000.</value>
    public int CollectionItems { get; init; } = 1_000_000;

    /// <summary>Nested calls and includes.</summary>
    /// <value>At least 1. The default is 100.</value>
    public int Depth { get; init; } = 100;

    /// <summary>Time from the start of the render. Regular expressions stop at it too.</summary>
    /// <value>The default is 10 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for none.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);
}
