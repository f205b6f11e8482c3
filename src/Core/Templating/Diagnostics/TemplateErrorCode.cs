namespace Clientele.Templating;

/// <summary>The stable codes of everything that can be wrong with a template. A code is never reused.</summary>
public static class TemplateErrorCode
{
    /// <summary>The text is not a template.</summary>
    public const string Syntax = "CLT1001";

    /// <summary>The text nests too deeply or is too long.</summary>
    public const string TooComplex = "CLT1002";

    /// <summary>An operation is not possible on the values it met.</summary>
    public const string Evaluation = "CLT2001";

    /// <summary>A variable or member is not defined.</summary>
    public const string UnknownVariable = "CLT2002";

    /// <summary>A function is not defined.</summary>
    public const string UnknownFunction = "CLT2003";

    /// <summary>A function was given too few, too many or wrongly named arguments.</summary>
    public const string Arguments = "CLT2004";

    /// <summary>A member or item of null was read.</summary>
    public const string NullTarget = "CLT2005";

    /// <summary>A value cannot be converted to what was expected.</summary>
    public const string Conversion = "CLT2006";

    /// <summary>Something read-only was assigned to.</summary>
    public const string ReadOnly = "CLT2007";

    /// <summary>The model or a host function threw.</summary>
    public const string Host = "CLT2008";

    /// <summary>An included template does not exist.</summary>
    public const string IncludeNotFound = "CLT2009";

    /// <summary>The template asks for the time, and no clock was given.</summary>
    public const string NoClock = "CLT2010";

    /// <summary>The step limit was reached.</summary>
    public const string Steps = "CLT3001";

    /// <summary>The output limit was reached.</summary>
    public const string OutputLimit = "CLT3002";

    /// <summary>The limit of string characters was reached.</summary>
    public const string StringLimit = "CLT3003";

    /// <summary>The limit of items of a collection was reached.</summary>
    public const string CollectionLimit = "CLT3004";

    /// <summary>Calls or includes nest too deeply.</summary>
    public const string DepthLimit = "CLT3005";

    /// <summary>The deadline passed.</summary>
    public const string Deadline = "CLT3006";

    /// <summary>The text is not a rule: it assigns, loops, includes, reads the clock or is more than one expression.</summary>
    public const string NotARule = "CLT4001";

    /// <summary>A rule's condition is not a boolean.</summary>
    public const string NotBoolean = "CLT4002";

    /// <summary>A rule joins or compares what does not go together, such as a number with text.</summary>
    public const string TypeClash = "CLT4003";
}
