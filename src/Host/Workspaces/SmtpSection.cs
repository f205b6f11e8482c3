using Clientele.Mailings;

namespace Clientele.Host.Workspaces;

/// <summary>The mail server of a workspace. The password is not here: it comes from the environment.</summary>
internal sealed record SmtpSection
{
    public const string PasswordVariable = "CLIENTELE_SMTP_PASSWORD";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public bool StartTls { get; set; } = true;

    public string User { get; set; } = "";

    /// <summary>The sender's address; the firm's where it is left out.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "";

    public int TimeoutSeconds { get; set; } = 60;

    public SmtpSettings ToSettings(FirmSettings firm) => new()
    {
        Host = Host,
        Port = Port,
        StartTls = StartTls,
        User = User,
        Password = Environment.GetEnvironmentVariable(PasswordVariable) ?? "",
        From = From.Length > 0 ? From : firm.Email,
        FromName = FromName.Length > 0 ? FromName : firm.Name.Zh.Length > 0 ? firm.Name.Zh : firm.Name.En,
        Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
    };
}
