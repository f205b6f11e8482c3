namespace Clientele;

/// <summary>Where in the client's way with the firm care belongs (row S2-20).</summary>
public enum CarePhase
{
    /// <summary>Anywhere; the default.</summary>
    Any,

    /// <summary>From the first contact to the deal (事前关怀).</summary>
    BeforeSale,

    /// <summary>From delivery to the replacement (事后关怀).</summary>
    AfterSale,
}
