namespace Clientele;

/// <summary>A failure that a caller can act on: a stable code, what failed, and what to do next.</summary>
/// <remarks>Misuse of the API (a null argument) throws the usual .NET exceptions instead. Codes are listed in <see cref="ErrorCodes"/> and in <c>docs/errors.md</c>.</remarks>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="message">One sentence that says what failed and what to do.</param>
/// <param name="innerException">The cause, where there is one.</param>
public sealed class ClienteleException(string code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The stable code, such as <c>CRM1001</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The message in both languages.</summary>
    /// <value>The message itself where nobody gave it in Chinese.</value>
    public LocalizedText Text { get; } = LocalizedText.Same(message);

    /// <summary>A failure told in both languages.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="text">One sentence that says what failed and what to do; the English one becomes the message.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public ClienteleException(string code, LocalizedText text, Exception? innerException = null)
        : this(code, Require.Some(text).En, innerException) => Text = text;
}
