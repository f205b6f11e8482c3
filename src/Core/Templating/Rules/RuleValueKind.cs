namespace Clientele.Templating;

/// <summary>What a <see cref="RuleValue"/> holds.</summary>
public enum RuleValueKind
{
    /// <summary>Nothing is known.</summary>
    Missing,

    /// <summary>An exact number.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A list of texts.</summary>
    List,
}
