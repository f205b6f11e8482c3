using System.Text;

namespace Clientele.Templating;

/// <summary>How a member of a .NET type is called in templates: <c>OccurredOn</c> is <c>occurred_on</c>.</summary>
internal static class MemberName
{
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1]))
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
