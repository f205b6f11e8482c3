namespace Clientele.Import;

/// <content>Reading and writing the file.</content>
public sealed partial record ImportMapping
{
    /// <summary>Reads a mapping file's text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="mapping">The mapping; <see langword="null"/> when something is wrong.</param>
    /// <returns>Everything that is wrong, by line; empty when the mapping is in order by itself. Whether it fits a file is found when that file is imported.</returns>
    public static IReadOnlyList<MappingProblem> TryParse(string yaml, out ImportMapping? mapping)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        (mapping, var problems) = MappingReader.Read(yaml);
        return problems;
    }

    /// <summary>Reads a mapping file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ClienteleException">The file cannot be read, or something in it is wrong; the message lists every problem with its line (<see cref="ErrorCodes.MappingInvalid"/>).</exception>
    public static async Task<ImportMapping> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        string yaml;
        try
        {
            yaml = await System.IO.File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClienteleException(ErrorCodes.MappingInvalid, $"The mapping '{path}' cannot be read ({error.Message}); check the path.", error);
        }

        var problems = TryParse(yaml, out var mapping);
        return mapping ?? throw MappingProblem.Refusal($"The mapping '{path}' cannot be used:", problems);
    }

    /// <summary>The mapping as a file: reading it again gives the same mapping.</summary>
    /// <returns>YAML.</returns>
    public string ToYaml() => MappingWriter.Write(this, [], []);
}
