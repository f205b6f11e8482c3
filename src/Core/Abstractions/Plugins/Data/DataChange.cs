namespace Clientele;

/// <summary>One change of stored data: a name, a value, or what is no longer wanted.</summary>
/// <remarks>Carried out by the host's store, never by a plugin. Every name it mentions must be the plugin's own. Immutable and thread-safe.</remarks>
public abstract record DataChange
{
    private protected DataChange()
    {
    }

    /// <summary>The change in one line, as a plan prints it. The checksum of a migration is taken over the English one, so the wording of a released change never changes.</summary>
    public abstract LocalizedText Sentence { get; }

    /// <summary>The qualified names it mentions.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Whether what was stored before cannot be told from what is stored afterwards. Where such a change meets data, somebody must accept it.</summary>
    public abstract bool Loses { get; }
}
