// Starts a snippet, as mono's compiler knows no Main that returns a task.
public static class Start
{
    public static void Main() { Netvisor.Main().GetAwaiter().GetResult(); }
}
