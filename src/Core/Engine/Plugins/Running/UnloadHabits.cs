using System.Reflection.Metadata;

namespace Clientele.Plugins;

/// <summary>Finds in a plugin's assemblies, from metadata, what was measured to keep a plugin from being unloaded.</summary>
internal static class UnloadHabits
{
    public static List<string> In(string folder)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll") : [])
        {
            using var image = PluginImage.Open(file, out _);
            if (image is not null)
            {
                Look(image.Metadata, Path.GetFileName(file), found);
            }
        }

        return [.. found];
    }

    private static void Look(MetadataReader reader, string file, SortedSet<string> found)
    {
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            var type = member.Parent.Kind switch
            {
                HandleKind.TypeReference => SignatureText.Name(reader, (TypeReferenceHandle)member.Parent),
                HandleKind.TypeSpecification => SignatureText.Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)member.Parent, 0).Split('<')[0],
                _ => "",
            };
            var name = reader.GetString(member.Name);
            foreach (var habit in KnownHabits.All.Where(habit => habit.Is(type, name)))
            {
                found.Add($"{file} uses {(habit.Member.Length == 0 ? habit.Type : habit.Name)}, which {habit.Why}.");
            }
        }
    }
}
