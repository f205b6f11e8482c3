namespace Clientele.Analysis.Indicators;

/// <summary>What kind of client relationship management a feature is (META Group).</summary>
public enum CrmType
{
    /// <summary>Sales, marketing and service as they are done.</summary>
    Operational,

    /// <summary>What the data say.</summary>
    Analytical,

    /// <summary>Working with the client over all channels.</summary>
    Collaborative,
}

/// <summary>A cross-functional process of client relationship management: A. Payne and P. Frow, A strategic framework for CRM, 2005.</summary>
public enum CrmProcess
{
    /// <summary>Strategy development.</summary>
    Strategy,

    /// <summary>Value creation.</summary>
    ValueCreation,

    /// <summary>Multichannel integration.</summary>
    Channels,

    /// <summary>Information management.</summary>
    Information,

    /// <summary>Performance assessment.</summary>
    Performance,
}

/// <summary>A feature with the frameworks' tags.</summary>
/// <param name="Name">Which feature or plugin.</param>
/// <param name="Types">The kinds it is of; none when nobody said.</param>
/// <param name="Processes">The processes it serves; none when nobody said.</param>
public sealed record TaggedFeature(string Name, IReadOnlyList<CrmType> Types, IReadOnlyList<CrmProcess> Processes);

/// <summary>Which features cover which cell of the frameworks.</summary>
/// <param name="Cells">The features of every cell, empty ones included.</param>
/// <param name="Untagged">The features without a type or without a process.</param>
/// <param name="EmptyTypes">The types that no feature covers.</param>
/// <param name="EmptyProcesses">The processes that no feature covers.</param>
public sealed record FrameworkCoverage(IReadOnlyDictionary<(CrmType Type, CrmProcess Process), IReadOnlyList<string>> Cells, IReadOnlyList<string> Untagged, IReadOnlyList<CrmType> EmptyTypes, IReadOnlyList<CrmProcess> EmptyProcesses)
{
    /// <summary>Computes the coverage of features.</summary>
    /// <param name="features">The features.</param>
    /// <returns>The coverage.</returns>
    public static FrameworkCoverage Of(IReadOnlyList<TaggedFeature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var (types, processes) = (Enum.GetValues<CrmType>(), Enum.GetValues<CrmProcess>());
        return new FrameworkCoverage(
            types.SelectMany(type => processes.Select(process => (type, process))).ToDictionary(cell => cell, IReadOnlyList<string> (cell) => [.. features.Where(feature => feature.Types.Contains(cell.type) && feature.Processes.Contains(cell.process)).Select(feature => feature.Name)]),
            [.. features.Where(feature => feature.Types.Count == 0 || feature.Processes.Count == 0).Select(feature => feature.Name)],
            [.. types.Where(type => features.All(feature => !feature.Types.Contains(type)))],
            [.. processes.Where(process => features.All(feature => !feature.Processes.Contains(process)))]);
    }
}
