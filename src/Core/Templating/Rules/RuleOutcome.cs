namespace Clientele.Templating;

/// <summary>What a rule says of one set of facts.</summary>
public enum RuleOutcome
{
    /// <summary>The condition is false.</summary>
    Fails,

    /// <summary>The condition is true.</summary>
    Holds,

    /// <summary>The condition depends on a value that is missing. A rule that is unknown does not hold.</summary>
    Unknown,
}
