namespace Clientele.Plugins;

/// <summary>Opens after so many failures in a row, refuses calls for a while, then lets one through to see.</summary>
/// <remarks>Counting failures in a row, not per time, makes a run over the same facts open it at the same call.</remarks>
internal sealed class Circuit(int failuresToOpen, TimeSpan openFor, TimeProvider time)
{
    private readonly Lock _lock = new();
    private volatile int _failures;
    private long _openedAt;
    private bool _probing;

    public bool IsOpen => _failures >= failuresToOpen;

    /// <summary>Whether a call may go in.</summary>
    public bool Admits()
    {
        if (!IsOpen)
        {
            return true;
        }

        lock (_lock)
        {
            if (!IsOpen)
            {
                return true;
            }

            if (_probing || time.GetElapsedTime(_openedAt) < openFor)
            {
                return false;
            }

            _probing = true;
            return true;
        }
    }

    public void Succeeded()
    {
        if (_failures > 0)
        {
            lock (_lock)
            {
                _failures = 0;
                _probing = false;
            }
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            // A probe that fails opens it again for as long as the first time.
            _failures = Math.Min(_failures + 1, failuresToOpen);
            _openedAt = time.GetTimestamp();
            _probing = false;
        }
    }

    public void Open()
    {
        lock (_lock)
        {
            _failures = failuresToOpen;
            _openedAt = time.GetTimestamp();
            _probing = false;
        }
    }
}
