namespace Clientele.Mailings;

/// <summary>Which mail server takes the letters, and from whom they are.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SmtpSettings
{
    /// <summary>The server's name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The port.</summary>
    /// <value>The default is 587, where servers take letters from programs.</value>
    public int Port { get; init; } = 587;

    /// <summary>Whether to speak TLS after STARTTLS. Without it no password is sent to another machine.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool StartTls { get; init; } = true;

    /// <summary>The user; empty for a server that asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>The password. Take it from the environment, never from a file of the workspace.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The sender's name; empty for the address alone.</summary>
    public string FromName { get; init; } = "";

    /// <summary>How long to wait for a server's whole conversation about one letter.</summary>
    /// <value>More than zero; the default is one minute.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Refuses settings that cannot work or would give a password away.</summary>
    /// <exception cref="ClienteleException">Something is missing or unsafe (<see cref="ErrorCodes.SendingNotSetUp"/>).</exception>
    public void Check()
    {
        var problem = string.IsNullOrWhiteSpace(Host) ? "name a mail server (smtp.host)"
            : Port is < 1 or > 65535 ? $"the port is 1 to 65535, not {Port}"
            : !MissingData.IsAddress(From) ? "state the sender's e-mail address (smtp.from)"
            : Timeout <= TimeSpan.Zero ? "the timeout is more than zero"
            : User.Length > 0 && Password.Length == 0 ? "put the password into the environment variable CLIENTELE_SMTP_PASSWORD"
            : Password.Length > 0 && !StartTls && !IsThisMachine ? "a password goes to another machine only over TLS (smtp.start_tls)"
            : null;
        if (problem is not null)
        {
            throw new ClienteleException(ErrorCodes.SendingNotSetUp, $"Letters cannot be sent: {problem}.");
        }
    }

    private bool IsThisMachine => Host is "localhost" or "127.0.0.1" or "::1";
}
