namespace Clientele.Import;

/// <summary>Compiles the rules and expressions of a mapping, in the language of the templates.</summary>
internal sealed class RowLanguage
{
    public RowRule Rule(string rule, Columns columns) =>
        throw new ClienteleException(ErrorCodes.ExpressionInvalid, $"The rule '{rule}' cannot be compiled yet.");

    public RowText Text(string template, Columns columns) =>
        throw new ClienteleException(ErrorCodes.ExpressionInvalid, $"The expression '{template}' cannot be compiled yet.");
}
