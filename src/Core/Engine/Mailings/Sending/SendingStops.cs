namespace Clientele.Mailings;

/// <summary>Why a run of sending stops before the end, or an entry cannot go on.</summary>
internal static class SendingStops
{
    public static Reason DailyMaximum(int most) => new("daily_maximum", new(
        $"{most} letters of this mailing went out today, which is its daily maximum; the rest waits for the next days.",
        $"本批函件今日已发 {most} 封，达到每日上限，其余顺延。"));

    public static Reason Unavailable(string answer) => new("server_unavailable", new(
        $"The mail server cannot be used: {answer} No letter is lost; put it right and send again.",
        $"邮件服务器无法使用：{answer} 没有函件丢失，排除故障后请重新发送。"));

    public static Reason Lost(int count) => new("answers_lost", new(
        $"The mail server gave no answer {count} times in a row; the rest is not sent. See 'clientele outbox list' for what is uncertain.",
        $"邮件服务器连续 {count} 次未回应，其余函件未发送；可用 clientele outbox list 查看状态不明的函件。"));

    public static Reason LetterGone(string letter) => new("letter_gone", new(
        $"Nobody registers the letter '{letter}' now; enable the plugin that does.",
        $"当前没有注册函件“{letter}”，请启用相应插件。"));

    public static Reason Failed(string answer) => new("refused_by_server", new($"The mail server refused the letter: {answer}", $"邮件服务器拒收：{answer}"));

    public static Reason Uncertain(string answer) => new("answer_lost", new(
        $"The letter was handed over and the answer was lost ({answer}). Find out whether it arrived, then 'clientele outbox resolve'.",
        $"函件已发出但未收到回执（{answer}）。请核实对方是否收到，再用 clientele outbox resolve 处理。"));
}
