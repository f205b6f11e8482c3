namespace Clientele;

/// <summary>How much a follow-up matters beside others of the same day and owner.</summary>
public enum CarePriority
{
    /// <summary>When there is time.</summary>
    Low,

    /// <summary>The usual; the default of a policy.</summary>
    Normal,

    /// <summary>Before the usual.</summary>
    High,

    /// <summary>On its day, whatever else there is: after a complaint, for instance.</summary>
    Urgent,
}
