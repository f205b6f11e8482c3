namespace Clientele;

/// <summary>How far a field of a person or client may be seen. The higher, the fewer.</summary>
public enum FieldClass
{
    /// <summary>Anybody may see it.</summary>
    Public,

    /// <summary>Everybody in the firm may see it; the default.</summary>
    Internal,

    /// <summary>Who looks after the client may see it, and the roles that the firm names; others see it masked. Telephone numbers and addresses are.</summary>
    Confidential,

    /// <summary>As confidential, and never printed in full in a letter or report: what the law calls sensitive personal information.</summary>
    Sensitive,
}
