namespace Clientele.Insights;

/// <summary>Whom an insight is narrowed to: it is computed as if there were no other client, and, with a matter, no other matter.</summary>
/// <param name="Client">The client.</param>
/// <param name="Matter">The matter whose touchpoints alone are read; <see langword="null"/> for all of the client's.</param>
public sealed record InsightFocus(ClientId Client, MatterId? Matter = null);
