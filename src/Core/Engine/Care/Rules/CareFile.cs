using Clientele.Import;

namespace Clientele.Care;

/// <summary>The care rules of a firm as data: <c>care.yaml</c> in the workspace, with working days, the merge window, capacities, the firm's own sorts of care and its policies.</summary>
/// <remarks>Immutable and thread-safe. What it registers is checked like what a plugin registers; see <c>docs/care.md</c> for the form.</remarks>
/// <example>
/// <code>
/// policies:
///   - name: care.mid_autumn
///     en: Mid-Autumn greeting
///     zh: 中秋问候
///     every: { festival: mid_autumn, lead_days: 3 }
/// </code>
/// </example>
public sealed record CareFile
{
    /// <summary>The first part of every name that the file registers.</summary>
    public const string Prefix = "care";

    /// <summary>The id under which diagnostics name the file.</summary>
    public const string Origin = "workspace.care";

    /// <summary>How the firm plans.</summary>
    public CareSettings Settings { get; init; } = new();

    /// <summary>The firm's own policies.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>The letters of these policies.</summary>
    public IReadOnlyList<LetterDefinition> Letters { get; init; } = [];

    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Reads the text of such a file.</summary>
    /// <param name="yaml">The text; empty for a firm without rules of its own.</param>
    /// <param name="file">The rules; <see langword="null"/> when something is wrong.</param>
    /// <returns>Everything that is wrong, by line; empty when the file is in order by itself. Whether what it refers to is there is found with <see cref="Problem"/>.</returns>
    public static IReadOnlyList<MappingProblem> TryParse(string yaml, out CareFile? file)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        (file, var problems) = CareFileReader.Read(yaml);
        return problems;
    }

    /// <summary>Reads the file; without one, a firm has no rules of its own.</summary>
    /// <param name="path">The file; <see langword="null"/> for none.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ClienteleException">The file cannot be read, or something in it is wrong; the message lists every problem with its line (<see cref="ErrorCodes.CareRulesInvalid"/>).</exception>
    public static CareFile Load(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return new CareFile();
        }

        try
        {
            var problems = TryParse(File.ReadAllText(path), out var file);
            return file ?? throw new ClienteleException(ErrorCodes.CareRulesInvalid, $"The care rules '{path}' cannot be used:\n{string.Join('\n', problems.OrderBy(problem => problem.Line).Select(problem => $"  {problem}"))}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClienteleException(ErrorCodes.CareRulesInvalid, $"The care rules '{path}' cannot be read ({error.Message}).", error);
        }
    }

    /// <summary>A problem that the catalogue found with what the file registers, with the line of the policy it is about.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The problem with its line, or with line 0 when it names none of the file's policies.</returns>
    public MappingProblem Problem(RegistrationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var named = Lines.Keys.Where(name => problem.Message.Contains($"'{name}'", StringComparison.Ordinal)).MinBy(name => problem.Message.IndexOf($"'{name}'", StringComparison.Ordinal));
        return new(named is null ? 0 : Lines[named], $"{problem.Message} {problem.Hint}");
    }

    internal Registration Registration(string? templates)
    {
        var builder = new RegistrationBuilder(new Clientele.Origin(Origin, Prefix, templates));
        builder.Policies(Policies).Letters(Letters);
        return builder.Build();
    }
}
