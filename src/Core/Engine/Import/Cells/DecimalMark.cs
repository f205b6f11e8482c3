namespace Clientele.Import;

/// <summary>Which sign separates the whole from the fraction in a file's amounts.</summary>
public enum DecimalMark
{
    /// <summary>Not stated: an amount that could be read two ways, such as 1,234, is rejected.</summary>
    Unknown,

    /// <summary>1,234.56.</summary>
    Point,

    /// <summary>1.234,56.</summary>
    Comma,
}
