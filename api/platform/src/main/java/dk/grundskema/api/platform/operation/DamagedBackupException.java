package dk.grundskema.api.platform.operation;

import java.io.IOException;
import java.util.List;

/** Thrown if a file is not a backup or is damaged. */
public final class DamagedBackupException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Kinds of damage. */
    public enum Damage {
        /** The file does not start like a backup. */
        NO_BACKUP,
        /** A table is damaged; argument: its name. */
        TABLE,
        /** The archive cannot be read after an entry, because it was cut off or is damaged; argument: name of the entry. */
        CUT_OFF,
        /** A table is missing; argument: its name. */
        TABLE_MISSING,
        /** The backup contains a table that does not belong to its migration; argument: its name. */
        TABLE_UNKNOWN,
        /** A table has another number of rows than were written; arguments: its name, the actual and the written number. */
        ROWS,
        /** All tables are readable, but the checksum of the whole file is wrong or missing. */
        CHECKSUM
    }

    private final Damage damage;
    private final transient List<Object> arguments;

    DamagedBackupException(Damage damage, Object... arguments) {
        super(damage + " " + List.of(arguments));
        this.damage = damage;
        this.arguments = List.of(arguments);
    }

    /** Returns the exception for a file that is not a backup. */
    public static DamagedBackupException notABackup() {
        return new DamagedBackupException(Damage.NO_BACKUP);
    }

    /** Returns the kind of damage. */
    public Damage damage() {
        return damage;
    }

    /** Returns the arguments of the description. */
    public List<Object> arguments() {
        return arguments;
    }
}
