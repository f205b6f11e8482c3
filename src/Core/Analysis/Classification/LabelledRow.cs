namespace Clientele.Analysis.Classification;

/// <summary>A client whose class, or whose outcome, is known.</summary>
/// <param name="Id">Who, for stable order.</param>
/// <param name="Features">The values, in the order of the features' names.</param>
/// <param name="Label">The class, such as a segment, or <c>won</c> and <c>lost</c>.</param>
public sealed record LabelledRow(string Id, IReadOnlyList<double> Features, string Label);
