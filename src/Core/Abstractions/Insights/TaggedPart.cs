namespace Clientele;

/// <summary>A plugin or another part, with the tags that say what kind of client relationship management it is and which process it serves.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Title">What people read.</param>
/// <param name="Tags">Among <c>operational</c>, <c>analytical</c>, <c>collaborative</c> (META Group) and <c>strategy</c>, <c>value_creation</c>, <c>channels</c>, <c>information</c>, <c>performance</c> (Payne and Frow 2005); empty where a plugin states none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TaggedPart(string Name, LocalizedText Title, IReadOnlyList<string> Tags);
