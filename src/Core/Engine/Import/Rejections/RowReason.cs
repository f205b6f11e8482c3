namespace Clientele.Import;

/// <summary>Why a row was rejected, or what was noticed in it: a stable code and a sentence in both languages.</summary>
/// <param name="Code">The code, such as <c>IMP203</c>; listed in <c>docs/import.md</c>, never renumbered and never reused.</param>
/// <param name="Text">What is wrong and what to do.</param>
/// <param name="Column">The header of the column concerned; empty when the whole row is.</param>
public sealed record RowReason(string Code, LocalizedText Text, string Column = "");
