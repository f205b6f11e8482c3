namespace Clientele.Storage;

/// <summary>What an insight found, as it was kept.</summary>
/// <param name="Insight">The insight's name.</param>
/// <param name="AsOf">The day it looked from.</param>
/// <param name="Settings">The settings that differed from the defaults, as a JSON object; <c>{}</c> for none.</param>
/// <param name="Result">Everything it found, as JSON, in both languages.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record KeptInsight(string Insight, DateOnly AsOf, string Settings, string Result);
