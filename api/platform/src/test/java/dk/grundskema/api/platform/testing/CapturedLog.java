package dk.grundskema.api.platform.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is written into the log while this is open: more than in use, where it is warnings only. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    /** Its lines don't come to the root. */
    private final Logger requests = (Logger) LoggerFactory.getLogger("dk.grundskema.requests");

    private final Level previousLevel = root.getLevel();

    /** Begins to listen. */
    public CapturedLog() {
        setContext(root.getLoggerContext());
        start();
        root.setLevel(Level.INFO);
        root.addAppender(this);
        requests.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        var line = new StringBuilder("log ").append(event.getFormattedMessage());
        event.getMDCPropertyMap()
                .forEach(
                        (key, value) -> line.append(' ').append(key).append('=').append(value));
        if (event.getKeyValuePairs() != null) {
            line.append(event.getKeyValuePairs());
        }
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            line.append(' ').append(at.getClassName()).append(": ").append(at.getMessage());
        }
        lines.add(line.toString());
    }

    /** Returns the written log. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        requests.detachAppender(this);
        root.setLevel(previousLevel);
        stop();
    }
}
