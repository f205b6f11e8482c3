namespace Clientele.Analysis.RelationshipValue;

/// <summary>Who wins by a relation.</summary>
public enum Balance
{
    /// <summary>Both: keep it.</summary>
    WinWin,

    /// <summary>The firm only: the client may leave.</summary>
    FirmOnly,

    /// <summary>The client only: too much service for too little.</summary>
    ClientOnly,

    /// <summary>Neither.</summary>
    LoseLose,
}

/// <summary>The two sides of a relation: what the client gains by the firm, and the firm by the client.</summary>
/// <param name="Client">The client.</param>
/// <param name="ForClient">What the client gains: delivered or perceived value.</param>
/// <param name="ForFirm">What the firm gains: relationship value.</param>
/// <param name="Balance">Who wins; a gain of 0 is no win.</param>
public sealed record MutualValue(string Client, decimal ForClient, decimal ForFirm, Balance Balance)
{
    /// <summary>Joins the two sides.</summary>
    /// <param name="client">The client.</param>
    /// <param name="forClient">What the client gains.</param>
    /// <param name="forFirm">What the firm gains.</param>
    /// <returns>The balance.</returns>
    public static MutualValue Of(string client, decimal forClient, decimal forFirm) => new(client, forClient, forFirm, (forClient > 0, forFirm > 0) switch
    {
        (true, true) => Balance.WinWin,
        (false, true) => Balance.FirmOnly,
        (true, false) => Balance.ClientOnly,
        _ => Balance.LoseLose,
    });
}
