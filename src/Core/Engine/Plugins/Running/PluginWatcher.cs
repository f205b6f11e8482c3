namespace Clientele.Plugins;

/// <summary>Loads plugins again when their files change: once for a burst of changes, after it is over.</summary>
/// <remarks>
/// Thread-safe. For development and for hosts that run for long; load with <see cref="PluginOptions.ShadowDirectory"/> and <see cref="PluginOptions.Collectible"/>.
/// A plugin whose new version is not in order goes on in its old one, and is tried again at the next change.
/// </remarks>
public sealed class PluginWatcher : IDisposable
{
    private readonly PluginSet _set;
    private readonly TimeSpan _quiet;
    private readonly TimeProvider _time;
    private readonly Func<ReloadReport, Task> _reloaded;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Dictionary<string, ITimer> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private bool _disposed;

    /// <summary>Begins to watch the folders of the running plugins.</summary>
    /// <param name="set">The plugins.</param>
    /// <param name="quiet">How long nothing must change before a plugin is loaded again; half a second is long enough for a build to finish copying.</param>
    /// <param name="reloaded">Told what came of it; what it throws stops nothing.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    public PluginWatcher(PluginSet set, TimeSpan quiet, Func<ReloadReport, Task> reloaded, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(reloaded);
        _set = set;
        _quiet = quiet;
        _reloaded = reloaded;
        _time = time ?? TimeProvider.System;
        foreach (var plugin in set.Plugins.Where(plugin => plugin.State == PluginState.Running))
        {
            _watchers.Add(Watch(plugin));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _watchers.ForEach(watcher => watcher.Dispose());
            foreach (var timer in _waiting.Values)
            {
                timer.Dispose();
            }

            _waiting.Clear();
        }
    }

    private FileSystemWatcher Watch(PluginInfo plugin)
    {
        // Every kind of change counts, at every depth: a file renamed into place raises no 'changed', and a satellite lies in a sub-folder.
        var watcher = new FileSystemWatcher(plugin.Folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        FileSystemEventHandler changed = (_, _) => Note(plugin.Id);
        watcher.Changed += changed;
        watcher.Created += changed;
        watcher.Deleted += changed;
        watcher.Renamed += (_, _) => Note(plugin.Id);

        // When events were lost, something changed, and that is all that matters.
        watcher.Error += (_, _) => Note(plugin.Id);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Note(string id)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            if (_waiting.TryGetValue(id, out var timer))
            {
                timer.Change(_quiet, Timeout.InfiniteTimeSpan);
            }
            else
            {
                _waiting.Add(id, _time.CreateTimer(_ => Due(id), state: null, _quiet, Timeout.InfiniteTimeSpan));
            }
        }
    }

    private void Due(string id)
    {
        lock (_lock)
        {
            if (_disposed || !_waiting.Remove(id, out var timer))
            {
                return;
            }

            timer.Dispose();
        }

        _ = ReloadAsync(id);
    }

    private async Task ReloadAsync(string id)
    {
        try
        {
            await _reloaded(await _set.ReloadAsync(id).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception error) when (Failure.IsContainable(error))
        {
            // Nobody waits for this task. The set is in order whatever the listener threw, and a refusal to reload is repeated at the next change.
        }
    }
}
