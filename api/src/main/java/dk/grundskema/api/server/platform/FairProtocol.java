package dk.grundskema.api.server.platform;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * How the web server takes connections: those of one address never have all its threads, and a request whose lines don't all come in time is hung up
 * on. The web server makes it by its name.
 */
public final class FairProtocol extends Http11NioProtocol {
    private final FairConnections connections;

    /** Patient without end, until it is told otherwise. */
    public FairProtocol() {
        this(new FairConnections());
    }

    private FairProtocol(FairConnections connections) {
        super(connections);
        this.connections = connections;
    }

    /** How long all lines of a request may take to come. */
    void patience(Duration patience) {
        connections.patience = patience;
    }

    private static final class FairConnections extends NioEndpoint {
        private @Nullable FairTurns turns;
        private volatile Duration patience = Duration.ofDays(1);

        /** How many threads there are is known only once it has begun. */
        private synchronized FairTurns turns() {
            FairTurns known = turns;
            if (known == null) {
                known = new FairTurns(Math.max(1, getMaxThreads() / 2));
                turns = known;
            }
            return known;
        }

        @Override
        public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
            Executor threads = getExecutor();
            if (connection == null || !dispatch || threads == null) {
                return super.processSocket(connection, event, dispatch);
            }
            if (event == SocketEvent.OPEN_READ && isLate(connection)) {
                return false; // whoever called hangs up
            }
            String address = connection.getRemoteAddr();
            try {
                turns().take(address == null ? "" : address, createSocketProcessor(connection, event), threads);
                return true;
            } catch (RejectedExecutionException e) {
                return false; // the service is stopping
            }
        }

        /** Whether lines of a request still come, though it began long ago. */
        private boolean isLate(SocketWrapperBase<NioChannel> connection) {
            if (!(connection.getCurrentProcessor() instanceof Processor processor) || processor.isAsync()) {
                return false;
            }
            long begun = processor.getRequest().getStartTimeNanos();
            return begun >= 0 && System.nanoTime() - begun > patience.toNanos();
        }
    }
}
