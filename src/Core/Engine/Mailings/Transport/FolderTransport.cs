using System.Net.Mail;
using System.Text;
using Clientele.Documents;

namespace Clientele.Mailings;

/// <summary>Puts letters into a folder as .eml files named after their entries, for a mail program or a gateway to pick up. A file that is there is never written again.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class FolderTransport : ILetterTransport
{
    private readonly string _folder;
    private readonly string _from;
    private readonly string _fromName;
    private readonly DirectoryInfo _making = Directory.CreateTempSubdirectory("clientele-outbox-");

    /// <summary>Creates the transport and its folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="fromName">The sender's name; empty for the address alone.</param>
    /// <exception cref="ClienteleException">The address is none (<see cref="ErrorCodes.SendingNotSetUp"/>).</exception>
    public FolderTransport(string folder, string from, string fromName = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!MissingData.IsAddress(from))
        {
            throw new ClienteleException(ErrorCodes.SendingNotSetUp, "Letters cannot be sent: state the sender's e-mail address (smtp.from, or firm.email).");
        }

        _folder = Directory.CreateDirectory(folder).FullName;
        _from = from;
        _fromName = fromName;
    }

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = _making.FullName };
            using var html = new MemoryStream(Encoding.UTF8.GetBytes(letter.Html), writable: false);
            using var message = LetterMessage.Of(letter, _from, _fromName, html);
            await client.SendMailAsync(message).ConfigureAwait(false);
            var made = _making.GetFiles("*.eml").Single();
            // Copied beside its place first, so that whoever watches the folder never sees half a letter.
            var beside = Path.Combine(_folder, $".{letter.Entry:N}.part");
            made.MoveTo(beside, overwrite: true);
            File.Move(beside, Path.Combine(_folder, $"{letter.Entry:N}.eml"), overwrite: false);
            return new Delivery(DeliveryOutcome.Accepted);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new Delivery(DeliveryOutcome.Unavailable, SingleLine.Of(error.Message));
        }
    }

    /// <summary>Removes what was made on the way.</summary>
    public void Dispose()
    {
        if (_making.Exists)
        {
            _making.Delete(recursive: true);
        }
    }
}
