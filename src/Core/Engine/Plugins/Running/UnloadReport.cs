namespace Clientele.Plugins;

/// <summary>What became of a plugin that was asked to go.</summary>
/// <remarks>Unloading is cooperative: .NET frees a plugin when nothing refers to it any more, and this says whether that happened.</remarks>
public sealed record UnloadReport
{
    /// <summary>Which plugin.</summary>
    public required string PluginId { get; init; }

    /// <summary>Whether its assemblies are really gone from memory.</summary>
    public required bool Collected { get; init; }

    /// <summary>How many collections it took, or were tried.</summary>
    public int Passes { get; init; }

    /// <summary>How long the collections took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why it may still be there: calls that have not returned, and what its code does that is known to keep a plugin loaded. Empty when it was collected.</summary>
    public IReadOnlyList<string> Suspects { get; init; } = [];

    /// <summary>What went wrong on the way.</summary>
    public IReadOnlyList<PluginDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The plugins that depended on it and were unloaded before it.</summary>
    public IReadOnlyList<UnloadReport> Dependents { get; init; } = [];
}
