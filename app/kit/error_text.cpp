// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence per code; the compiler warns of a code that has none. Sentences say what to do, in the
// imperative.
#include "app/kit/error_text.h"

#include <QCoreApplication>

#include "app/kit/field_labels.h"

namespace simrs {
namespace {

/// The translation context of these sentences.
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

  public:
    explicit ErrorText(const Error& error) : m_error(error) {}

    QString text() const {
        const int code = static_cast<int>(m_error.code);
        const QString found = code < 30    ? linkText()
                              : code < 60  ? accessText()
                              : code < 160 ? deskText()
                              : code < 180 ? stockText()
                                           : counterText();
        return found.isEmpty() ? tr("Something went wrong. Try again; if it happens again, call IT.") : found;
    }

  private:
    QString arg(int at) const { return m_error.args.value(at); }
    QString field(int at = 0) const { return fieldLabel(arg(at)); }

    /// `with` has a place for the argument, `without` is for when it did not come.
    QString either(const QString& with, const QString& without) const {
        return arg(0).isEmpty() ? without : with.arg(arg(0));
    }

    /// Args: "damaged", the copy's name, how many changes were read, about how many were not (-1: unknown).
    QString damageText() const {
        const int lost = arg(3).toInt();
        QString text =
            tr("The file of unsent changes was damaged. %n change(s) could be read and will be sent.",
               nullptr, arg(2).toInt());
        text += QLatin1Char(' ');
        if (lost > 0) {
            text += tr("About %n could not be read. Compare with your papers.", nullptr, lost);
        } else if (lost < 0) {
            text += tr("Nobody knows how many could not be read. Compare with your papers.");
        }
        return text.trimmed() + QLatin1Char(' ') +
               tr("The damaged file is kept as “%1”: call IT.").arg(arg(1));
    }

    QString storageText() const {
        if (arg(0) == QLatin1String("locked"))
            return tr("SIMRS is already open with this profile. Close the other window first.");
        if (arg(0) == QLatin1String("damaged")) return damageText();
        return either(
            tr("“%1” cannot be written. Is the disk full or protected? Call IT."),
            tr("A file of this computer cannot be written. Is the disk full or protected? Call IT."));
    }

    QString linkText() const {
        switch (m_error.code) {
            case ErrorCode::Internal:
                return tr("The program made a mistake. Try again; if it happens again, call IT.");
            case ErrorCode::MalformedFrame:
                return tr("The server's answer could not be read. The program may need an update: call IT.");
            case ErrorCode::FrameTooLarge:
                return tr("This is too much at once. Narrow it down, or save in smaller parts.");
            case ErrorCode::WrongState:
                return tr("The server did not expect this now. Sign out and in again.");
            case ErrorCode::UnknownRequest:
                return tr(
                    "The server does not know this action. Server and program have different versions: call "
                    "IT.");
            case ErrorCode::VersionUnsupported:
                return tr(
                    "This program is too old or too new for the server. Call IT for the right version.");
            case ErrorCode::Overloaded:
                return tr("The server is very busy. Try again in a moment.");
            case ErrorCode::DatabaseUnavailable:
                return tr("The server cannot reach its database. Nothing was saved; try again in a moment.");
            case ErrorCode::ConstraintViolated:
                return tr(
                    "This does not fit what is already stored. Nothing was saved; load the page again.");
            case ErrorCode::TimedOut:
                return tr("No answer yet. Check the connection at the top right, then try again.");
            case ErrorCode::NotConnected:
                return tr(
                    "There is no connection to the server. What you typed is kept; try again when "
                    "connected.");
            case ErrorCode::NotHeldHere:
                return tr(
                    "Not among the data on this computer. The server has to be asked when the connection "
                    "is back.");
            case ErrorCode::PinMismatch:
                return tr(
                    "Another server answers at this address. Nothing was sent. Call IT before you go on.");
            case ErrorCode::StorageFailed:
                return storageText();
            case ErrorCode::ConfigInvalid:
                return either(tr("The setting “%1” cannot be used. Correct it in the settings."),
                              tr("A setting cannot be used. Correct it in the settings."));
            case ErrorCode::FileUnreadable:
                return either(tr("The file “%1” cannot be read. Call IT."),
                              tr("A file cannot be read. Call IT."));
            case ErrorCode::OutOfOrder:
                return tr(
                    "Server and computer disagree about what was sent last. Open the list of pending "
                    "changes.");
            case ErrorCode::SchemaTooNew:
                return tr(
                    "A newer version of SIMRS has written this. Nothing is lost. Call IT for that version.");
            case ErrorCode::ClockAhead:
                return tr("The clock of this computer is wrong. Set date and time, then try again.");
            default:
                return {};
        }
    }

    QString accessText() const {
        switch (m_error.code) {
            case ErrorCode::LoginRefused:
                return tr("User name or password is wrong. Check Caps Lock and type the password again.");
            case ErrorCode::LoginBlocked:
                return either(tr("Too many failed attempts. Wait %1 seconds, then try again."),
                              tr("Too many failed attempts. Wait a minute, then try again."));
            case ErrorCode::SessionExpired:
                return tr("Your session has ended. Sign in again; what you typed is kept.");
            case ErrorCode::PermissionDenied:
                return tr(
                    "Your role does not allow this. Ask the head of registration or the administrator.");
            case ErrorCode::PasswordMustChange:
                return tr("Choose a new password first.");
            case ErrorCode::PasswordTooShort:
                return either(tr("The new password needs at least %1 characters."),
                              tr("The new password is too short."));
            case ErrorCode::PasswordTooCommon:
                return tr(
                    "This password is easy to guess, or the same as before. Choose another, such as three "
                    "words.");
            case ErrorCode::DeviceUnknown:
                return tr("The server does not accept this computer. Call IT to admit it again.");
            case ErrorCode::DeviceFrozen:
                return tr(
                    "This computer has been taken out of use. What was saved on it is still sent. Call IT.");
            case ErrorCode::DeviceWiped:
                return tr(
                    "This computer has been taken out of use and its copies are erased. What was saved on it "
                    "is still sent. Call IT.");
            case ErrorCode::UnitUnknown:
                return either(tr("There is no unit “%1”."), tr("There is no such unit."));
            case ErrorCode::UserDisabled:
                return tr("This account is disabled. Ask the administrator.");
            case ErrorCode::UserExists:
                return either(tr("The user name “%1” is taken. Choose another."),
                              tr("This user name is taken. Choose another."));
            case ErrorCode::UserUnknown:
                return either(tr("There is no user “%1”."), tr("There is no such user."));
            case ErrorCode::ActorNotOnDevice:
                return tr("You have never signed in on this computer. Sign in once while it is connected.");
            default:
                return {};
        }
    }

    QString fieldText() const {
        switch (m_error.code) {
            case ErrorCode::FieldRequired:
                return arg(0).isEmpty() ? tr("Fill in this field.") : tr("Fill in: %1").arg(field());
            case ErrorCode::FieldTooLong:
                return arg(1).isEmpty() ? tr("%1: too long. Shorten it.").arg(field())
                                        : tr("%1: at most %2 characters").arg(field(), arg(1));
            case ErrorCode::FieldInvalid:
                return arg(0).isEmpty()
                           ? tr("This holds characters that are not allowed.")
                           : tr("%1: cannot be stored like this. Check the characters.").arg(field());
            case ErrorCode::FieldOutOfRange:
                return arg(0).isEmpty() ? tr("This value is out of range.")
                                        : tr("%1: out of range").arg(field());
            case ErrorCode::FieldDigits:
                return arg(2).isEmpty() ? tr("This number has too few or too many digits.")
                                        : tr("%1: needs %2 digits, has %3").arg(field(), arg(1), arg(2));
            default:
                return {};
        }
    }

    QString nikLengthText() const {
        constexpr int digits = 16;
        const int given = arg(0).toInt();
        if (given <= 0) return tr("NIK must have 16 digits");
        return given < digits ? tr("NIK must have 16 digits (%n missing)", nullptr, digits - given)
                              : tr("NIK must have 16 digits (%n too many)", nullptr, given - digits);
    }

    QString cardLengthText() const {
        constexpr int digits = 13;
        const int given = arg(0).toInt();
        if (given <= 0) return tr("The card number must have 13 digits");
        return given < digits ? tr("Card: 13 digits (%n missing)", nullptr, digits - given)
                              : tr("Card: 13 digits (%n too many)", nullptr, given - digits);
    }

    QString changedText() const {
        QStringList names;
        for (const QString& name : m_error.args) names.append(fieldLabel(name));
        if (names.isEmpty()) return tr("Somebody else changed this meanwhile. Load it again and compare.");
        return tr("Somebody else changed this meanwhile: %1. Load it again and compare.")
            .arg(names.join(QStringLiteral(", ")));
    }

    QString identityText() const {
        switch (m_error.code) {
            case ErrorCode::NikLength:
                return nikLengthText();
            case ErrorCode::NikInvalid:
                return tr("This NIK cannot be right: only digits, and not all the same");
            case ErrorCode::NikOrReason:
                return tr("Type the NIK or choose why not");
            case ErrorCode::NikTaken:
                return arg(1).isEmpty()
                           ? tr("Another patient already has this NIK. Open that file instead.")
                           : tr("Patient with MRN %1 already has this NIK. Open that file instead.")
                                 .arg(arg(1));
            case ErrorCode::BirthDateFuture:
                return tr("The birth date is in the future");
            case ErrorCode::BirthDateTooOld:
                return tr("The birth date is too far back. Check the year.");
            case ErrorCode::BirthDateOrAge:
                return tr("Type the birth date or the age");
            case ErrorCode::CardLength:
                return cardLengthText();
            case ErrorCode::PhoneInvalid:
                return tr("Phone: 9 to 14 digits beginning with 0, or + and the country code");
            case ErrorCode::PatientUnknown:
                return tr("This patient is not known to the server. Search again.");
            default:
                return recordText();
        }
    }

    QString recordText() const {
        switch (m_error.code) {
            case ErrorCode::MergedAlready:
                return tr("This file is already merged into another. Open that file instead.");
            case ErrorCode::MergeIntoItself:
                return tr("Both files already belong to one patient.");
            case ErrorCode::NotMerged:
                return tr("This file is not merged into another.");
            case ErrorCode::NoteUnknown:
                return tr("This note is not known to the server. Load the notes again.");
            case ErrorCode::AllergyUnknown:
                return tr("This allergy is not known to the server. Load the list again.");
            case ErrorCode::AllergyKnown:
                return either(tr("An allergy to %1 is already noted."), tr("This allergy is already noted."));
            case ErrorCode::AllergyRemoved:
                return tr("This allergy is already removed.");
            case ErrorCode::AllergiesNoted:
                return tr("Allergies are noted for this patient. Remove them one by one, with the reason.");
            default:
                return fieldText();
        }
    }

    QString visitText() const {
        switch (m_error.code) {
            case ErrorCode::VisitUnknown:
                return tr("This visit is not known to the server. Load the list again.");
            case ErrorCode::ClinicUnknown:
                return tr("Choose a clinic");
            case ErrorCode::ClinicClosed:
                return either(tr("%1 is closed. Choose another clinic."),
                              tr("The clinic is closed. Choose another."));
            case ErrorCode::DoctorUnknown:
                return tr("Choose a doctor");
            case ErrorCode::DoctorInactive:
                return either(tr("%1 does not practise now. Choose another doctor."),
                              tr("The doctor does not practise now. Choose another."));
            case ErrorCode::DoctorElsewhere:
                return arg(1).isEmpty()
                           ? tr("The doctor does not practise in this clinic. Choose another.")
                           : tr("%1 does not practise in %2. Choose another doctor.").arg(arg(0), arg(1));
            case ErrorCode::PayerUnknown:
                return tr("Choose a payer");
            case ErrorCode::PayerInactive:
                return either(tr("%1 is no longer used. Choose another payer."),
                              tr("This payer is no longer used. Choose another."));
            case ErrorCode::PayerNeedsCard:
                return either(tr("%1 needs the patient's card number. Add it to the patient first."),
                              tr("This payer needs the patient's card number. Add it to the patient first."));
            case ErrorCode::VisitCancelled:
                return tr("This visit is already cancelled.");
            case ErrorCode::ReasonRequired:
                return tr("Type a reason");
            case ErrorCode::AlreadyRegistered:
                return tr("The patient already has a visit at this clinic today.");
            case ErrorCode::ServiceDateInvalid:
                return tr("A visit can be registered for today only. Save it again.");
            case ErrorCode::VisitTypeInvalid:
                return tr("This type of visit cannot be registered here. Choose another.");
            case ErrorCode::VisitOpened:
                return tr("Somebody has already written into this visit: it stays as it is.");
            default:
                return stayText();
        }
    }

    QString stayText() const {
        switch (m_error.code) {
            case ErrorCode::WardUnknown:
                return tr("This is no ward, or it is no longer used. Choose another ward.");
            case ErrorCode::BedElsewhere:
                return tr("This bed stands in another ward, or is no longer used. Choose another bed.");
            case ErrorCode::StillAdmitted:
                return tr("The patient already lies in a ward. Move the stay instead of admitting again.");
            case ErrorCode::NotAdmitted:
                return tr("This visit is no stay in a ward.");
            case ErrorCode::StayEnded:
                return tr("The patient has already left the ward.");
            case ErrorCode::PatientsLieThere:
                return tr("Patients still lie there. Move or discharge them first.");
            default:
                return identityText();
        }
    }

    QString deskText() const {
        switch (m_error.code) {
            case ErrorCode::NumberNotGranted:
                return tr(
                    "The number was not reserved for this computer. Save it again; if it happens again, call "
                    "IT.");
            case ErrorCode::NumbersExhausted:
                return tr("This computer has no numbers left. Connect to the server to get new ones.");
            case ErrorCode::ChangedMeanwhile:
                return changedText();
            case ErrorCode::CodeTaken:
                return arg(1).isEmpty()
                           ? either(tr("The code %1 is already used. Choose another."),
                                    tr("This code is already used. Choose another."))
                           : tr("The code %1 already belongs to %2. Choose another.").arg(arg(0), arg(1));
            case ErrorCode::RowUnknown:
                return tr("This row is not known to the server. Load the list again.");
            case ErrorCode::LetterTaken:
                return arg(1).isEmpty()
                           ? tr("Another clinic already calls by this queue letter. Choose another.")
                           : tr("%2 already calls by the queue letter %1. Choose another.")
                                 .arg(arg(0), arg(1));
            default:
                return visitText();
        }
    }

    QString lotText() const {
        switch (m_error.code) {
            case ErrorCode::ItemUnknown:
                return tr("This item is not known, or no longer used. Choose another.");
            case ErrorCode::DepotUnknown:
                return tr("This depot is not known, or no longer used. Choose another.");
            case ErrorCode::LotUnknown:
                return tr("This lot is not known to the server. Load the stock again.");
            case ErrorCode::LotDiffers:
                return either(tr("Lot %1 is known with another expiry date. Look at the box again."),
                              tr("This lot is known with another expiry date. Look at the box again."));
            case ErrorCode::LotExpired:
                return either(tr("Lot %1 has expired. Do not hand it out."),
                              tr("This lot has expired. Do not hand it out."));
            default:
                return {};
        }
    }

    QString stockText() const {
        switch (m_error.code) {
            case ErrorCode::StockNoneFree:
                return tr("The depot has nothing free of this lot. Take another lot, or order more.");
            case ErrorCode::StockRightUnknown:
                return tr("This computer has no right to this lot. Ask for one while it is connected.");
            case ErrorCode::StockRightShort:
                return either(
                    tr("Only %1 left under this computer's right. Ask for more; what is in the hand "
                       "already, record as handed out without a right."),
                    tr("Not enough left under this computer's right. Ask for more."));
            case ErrorCode::StockRightFrozen:
                return tr("The rights of this computer are frozen. Call the stock keeper.");
            case ErrorCode::StockRightsOut:
                return either(
                    tr("Computers still hold rights to %1 of this lot. Have them given back, then "
                       "count."),
                    tr("Computers still hold rights to this lot. Have them given back, then count."));
            case ErrorCode::StockNotSettled:
                return tr(
                    "This computer cannot count yet what it has handed out. Wait a moment; if it stays "
                    "so, call IT.");
            case ErrorCode::WitnessRequired:
                return tr("Type the name of the second person");
            default:
                return lotText();
        }
    }

    QString counterText() const {
        switch (m_error.code) {
            case ErrorCode::CounterTicketUnknown:
                return tr("This counter number is not known to the server. Look at the list again.");
            case ErrorCode::CounterTicketTaken:
                return either(tr("Counter %1 has this number already. Call the next one."),
                              tr("This number is at no counter now. Call it first."));
            case ErrorCode::CounterQueueEmpty:
                return tr("Nobody waits for this counter.");
            case ErrorCode::CounterServiceUnknown:
                return tr("This service is no longer offered. Choose another.");
            case ErrorCode::CounterTicketDone:
                return tr("This number was already served. Call the next one.");
            case ErrorCode::PictureInvalid:
                return tr("This is no picture that can be kept. Choose another one.");
            default:
                return {};
        }
    }

    const Error& m_error;
};

}  // namespace

QString errorText(const Error& error) { return ErrorText(error).text(); }

}  // namespace simrs
