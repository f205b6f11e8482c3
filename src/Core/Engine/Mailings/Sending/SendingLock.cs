namespace Clientele.Mailings;

/// <summary>The right to send, which one program at a time has; the system takes it back from a program that is killed.</summary>
internal static class SendingLock
{
    /// <summary>Takes the right.</summary>
    /// <param name="path">The file beside the database that stands for it.</param>
    /// <returns>Gives it back when disposed.</returns>
    /// <exception cref="ClienteleException">Another program has it (<see cref="ErrorCodes.SendingBusy"/>).</exception>
    public static IDisposable Take(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new ClienteleException(ErrorCodes.SendingBusy, "Another program is sending letters of this workspace; wait until it is done.", error);
        }
    }
}
