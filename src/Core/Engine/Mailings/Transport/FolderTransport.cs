using Clientele.Documents;

namespace Clientele.Mailings;

/// <summary>Puts letters into a folder as .eml files named after their entries, for a mail program or a gateway to pick up. A file that is there is never written again.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class FolderTransport : ILetterTransport
{
    private readonly string _folder;

    /// <summary>Creates the transport and its folder.</summary>
    /// <param name="folder">The folder.</param>
    public FolderTransport(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Directory.CreateDirectory(folder).FullName;
    }

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var beside = Path.Combine(_folder, $".{letter.Entry:N}.part");
        try
        {
            // Written beside its place first, so that whoever watches the folder never sees half a letter.
            await File.WriteAllBytesAsync(beside, letter.Mail).ConfigureAwait(false);
            File.Move(beside, Path.Combine(_folder, $"{letter.Entry:N}.eml"), overwrite: false);
            return new Delivery(DeliveryOutcome.Accepted);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Delivery(DeliveryOutcome.Unavailable, SingleLine.Of(error.Message));
        }
    }

    /// <summary>Does nothing.</summary>
    public void Dispose()
    {
    }
}
