package dk.grundskema.api.platform.traffic;

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
 * HTTP connector of the web server. Connections of one address never use all threads, and a connection whose request line and headers do not arrive
 * in time is closed. The web server creates it by class name.
 */
public final class FairHttpProtocol extends Http11NioProtocol {
    private final FairEndpoint connections;

    /** Creates a connector without a time limit. */
    public FairHttpProtocol() {
        this(new FairEndpoint());
    }

    private FairHttpProtocol(FairEndpoint connections) {
        super(connections);
        this.connections = connections;
    }

    /** Sets the time limit for the request line and headers. */
    void setPatience(Duration bodyTimeout) {
        connections.bodyTimeout = bodyTimeout;
    }

    private static final class FairEndpoint extends NioEndpoint {
        private @Nullable FairExecutor fairExecutor;
        private volatile Duration bodyTimeout = Duration.ofDays(1);

        /** The number of threads is known only after the start. */
        private synchronized FairExecutor turns() {
            FairExecutor known = fairExecutor;
            if (known == null) {
                known = new FairExecutor(Math.max(1, getMaxThreads() / 2));
                fairExecutor = known;
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
                return false; // the caller closes the connection
            }
            String address = connection.getRemoteAddr();
            try {
                turns().execute(address == null ? "" : address, createSocketProcessor(connection, event), threads);
                return true;
            } catch (RejectedExecutionException e) {
                return false; // the service is stopping
            }
        }

        /** Returns whether the request line and headers are still incomplete after the time limit. */
        private boolean isLate(SocketWrapperBase<NioChannel> connection) {
            if (!(connection.getCurrentProcessor() instanceof Processor processor) || processor.isAsync()) {
                return false;
            }
            long begun = processor.getRequest().getStartTimeNanos();
            return begun >= 0 && System.nanoTime() - begun > bodyTimeout.toNanos();
        }
    }
}
