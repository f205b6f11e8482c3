using System.Net;
using System.Net.Mail;
using System.Text;
using Clientele.Documents;

namespace Clientele.Mailings;

/// <summary>Hands letters to a mail server, by <see cref="SmtpClient"/>.</summary>
/// <remarks>Not thread-safe. Keeps one connection for one letter after the other. Dispose it to close the connection.</remarks>
public sealed class SmtpTransport : ILetterTransport
{
    private readonly SmtpSettings _settings;
    private SmtpClient? _client;

    /// <summary>Creates the transport; it connects with the first letter.</summary>
    /// <param name="settings">Which server.</param>
    /// <exception cref="ClienteleException">The settings cannot work (<see cref="ErrorCodes.SendingNotSetUp"/>).</exception>
    public SmtpTransport(SmtpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        _settings = settings;
    }

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var isReused = _client is not null;
        var delivery = await TryAsync(letter).ConfigureAwait(false);
        if (delivery.Outcome is DeliveryOutcome.Accepted or DeliveryOutcome.Refused or DeliveryOutcome.Postponed)
        {
            return delivery;
        }

        // A server may close a connection that it finds idle; the letter did not go out, so it may try a new one.
        Dispose();
        return isReused && delivery.Outcome == DeliveryOutcome.Unavailable ? await TryAsync(letter).ConfigureAwait(false) : delivery;
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        _client?.Dispose();
        _client = null;
    }

    private async Task<Delivery> TryAsync(OutgoingLetter letter)
    {
        _client ??= new SmtpClient(_settings.Host, _settings.Port)
        {
            EnableSsl = _settings.StartTls,
            Credentials = _settings.User.Length > 0 ? new NetworkCredential(_settings.User, _settings.Password) : null,
        };
        using var deadline = new CancellationTokenSource(_settings.Timeout);
        var last = new WatchedStream(Encoding.UTF8.GetBytes(letter.Html));
        await using (last.ConfigureAwait(false))
        {
            using var message = LetterMessage.Of(letter, _settings.From, _settings.FromName, last);
            try
            {
                await _client.SendMailAsync(message, deadline.Token).ConfigureAwait(false);
                return new Delivery(DeliveryOutcome.Accepted);
            }
            catch (SmtpFailedRecipientException error)
            {
                return Answered(error.StatusCode, error);
            }
            catch (SmtpException error) when (error.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage || (last.WasReadToEnd && (int)error.StatusCode is >= 400 and < 600))
            {
                return Answered(error.StatusCode, error);
            }
            catch (Exception error) when (error is SmtpException or OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
            {
                var why = deadline.IsCancellationRequested ? $"no answer within {_settings.Timeout.TotalSeconds:0} seconds" : (error.InnerException ?? error).Message;
                return new Delivery(last.WasReadToEnd ? DeliveryOutcome.Lost : DeliveryOutcome.Unavailable, SingleLine.Of(why));
            }
        }
    }

    private static Delivery Answered(SmtpStatusCode status, Exception error) =>
        new((int)status is >= 500 and < 600 ? DeliveryOutcome.Refused : DeliveryOutcome.Postponed, SingleLine.Of($"{(int)status} {error.Message}"));
}
