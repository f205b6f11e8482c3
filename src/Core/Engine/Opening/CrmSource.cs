namespace Clientele;

/// <summary>Opens the one <see cref="Crm"/> of an application, on first use, and closes it at the end.</summary>
/// <param name="options">Where the data and the plugins are.</param>
/// <param name="time">Gives the instant at which facts are recorded.</param>
/// <remarks>Thread-safe: whoever asks first opens, the others wait for the same one. A failed opening is tried again by the next caller.</remarks>
public sealed class CrmSource(ClienteleOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private Crm? _crm;

    /// <summary>Opens the database, loads and starts the plugins, and gives the same <see cref="Crm"/> to everybody.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The open CRM; do not dispose it, the source does.</returns>
    /// <exception cref="ClienteleException">The database or a required plugin directory cannot be opened.</exception>
    public async Task<Crm> OpenAsync(CancellationToken cancellationToken = default)
    {
        if (_crm is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _crm ??= await StartedAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_crm is { } crm)
        {
            await crm.DisposeAsync().ConfigureAwait(false);
        }

        _opening.Dispose();
    }

    private async Task<Crm> StartedAsync(CancellationToken cancellationToken)
    {
        var crm = await Crm.OpenAsync(options, time, cancellationToken).ConfigureAwait(false);
        try
        {
            await crm.Plugins.StartAsync(cancellationToken).ConfigureAwait(false);
            return crm;
        }
        catch
        {
            await crm.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
