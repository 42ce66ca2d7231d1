package dk.grundskema.api.service.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server with scripted replies: to commands by their first word, and to the end of a mail, {@value #END}. */
final class ScriptedMailServer implements AutoCloseable {
    /** Key of the reply to the end of a mail. */
    static final String END = ".";

    /** In place of a reply: closes the connection. */
    static final String BREAK_OFF = "";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedMailServer(Map<String, String> answers) {
        this.answers = Map.copyOf(answers);
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Returns how often it received a command. */
    long countCommand(String command) {
        return heard.stream().filter(command::equals).count();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                talk(one);
            } catch (IOException e) {
                // the client has disconnected
            }
        }
    }

    private void talk(Socket one) throws IOException {
        var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
        say(one, "220 ready");
        boolean isMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (isMail && !line.equals(END)) {
                continue;
            }
            String word = line.split("[ :]", 2)[0];
            heard.add(word);
            String usual = switch (word) {
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 fine";
            };
            String answer = answers.getOrDefault(word, usual);
            isMail = answer.startsWith("354");
            if (answer.equals(BREAK_OFF)) {
                return;
            }
            say(one, answer);
        }
    }

    private static void say(Socket one, String line) throws IOException {
        one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        one.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
