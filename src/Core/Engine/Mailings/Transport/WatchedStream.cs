namespace Clientele.Mailings;

/// <summary>The last part of a message, which says whether it was read to its end.</summary>
/// <remarks>
/// A server can only take a message whose end it was given, and the end follows the last part. So what fails before this stream was read to its end
/// certainly did not go out, and what fails after it may have.
/// </remarks>
internal sealed class WatchedStream(byte[] content) : MemoryStream(content, writable: false)
{
    public bool WasReadToEnd { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) => Noted(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Noted(base.Read(buffer));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Noted(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Noted(await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override void CopyTo(Stream destination, int bufferSize)
    {
        WasReadToEnd = true;
        base.CopyTo(destination, bufferSize);
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        WasReadToEnd = true;
        return base.CopyToAsync(destination, bufferSize, cancellationToken);
    }

    private int Noted(int read)
    {
        WasReadToEnd |= Position >= Length;
        return read;
    }
}
