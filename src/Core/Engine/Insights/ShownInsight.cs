namespace Clientele.Insights;

/// <summary>An insight with the names of the clients it shows.</summary>
/// <param name="Run">The insight.</param>
/// <param name="Names">The names of every client that a cell shows.</param>
public sealed record ShownInsight(InsightRun Run, IReadOnlyDictionary<ClientId, string> Names);
