package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.start.ServiceSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of the embedded database on a disk that is full whenever a test wants it to be; their names begin with {@code filling:}. */
public final class FillableDisk extends FilePathWrapper {
    private static final String SCHEME = "filling";
    private static final AtomicBoolean FULL = new AtomicBoolean();

    /** Registers the file system for addresses of databases. */
    public static void register() {
        FULL.set(false);
        FilePath.register(new FillableDisk());
    }

    /** Sets whether the disk is full. */
    public static void setFull(boolean isFull) {
        FULL.set(isFull);
    }

    /** Returns the address of the same database on this file system. */
    public static String address(ServiceSettings settings) {
        return settings.databaseUrl().replace("jdbc:h2:file:", "jdbc:h2:" + SCHEME + ":");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new FillableFile(getBase().open(mode));
    }

    /** Fails as the operating system does. */
    private static final class FillableFile extends FileBase {
        private final FileChannel delegate;

        FillableFile(FileChannel delegate) {
            this.delegate = delegate;
        }

        private static void requireRoom() throws IOException {
            if (FULL.get()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            requireRoom();
            return delegate.write(bytes);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            requireRoom();
            return delegate.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return delegate.read(bytes);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return delegate.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return delegate.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            delegate.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return delegate.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            delegate.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            delegate.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
            return delegate.tryLock(position, size, isShared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            delegate.close();
        }
    }
}
