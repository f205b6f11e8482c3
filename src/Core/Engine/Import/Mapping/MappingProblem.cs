using System.Globalization;

namespace Clientele.Import;

/// <summary>Something wrong in a mapping file, or in the file of the care rules.</summary>
/// <param name="Line">The line, counted from 1; 0 when no line is to blame.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record MappingProblem(int Line, string Message)
{
    /// <summary>The problem with its line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Line == 0 ? Message : string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Message}");

    internal static ClienteleException Refusal(string what, IReadOnlyList<MappingProblem> problems) => new(
        ErrorCodes.MappingInvalid,
        $"{what} {string.Join('\n', problems.OrderBy(problem => problem.Line).Select(problem => problems.Count == 1 ? $"{problem}" : $"\n  {problem}"))}");
}
