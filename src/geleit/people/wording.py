"""Sentences of allauth about accounts that our catalogue says anew, beside those of `shared.foreign_words`.

Django takes the translation of the application that stands first, which is ours. The English stays as it is.
"""

from django.utils.translation import gettext_noop

ALLAUTH = (
    gettext_noop("Account Connections"),
    gettext_noop("Add a Third-Party Account"),
    gettext_noop("An error occurred while attempting to login via your third-party account."),
    gettext_noop("Are you sure you want to remove this security key?"),
    gettext_noop("Are you sure?"),
    gettext_noop("Authenticator code"),
    gettext_noop("Backup key"),
    gettext_noop(
        "Enabling passwordless operation allows you to sign in using just this key, but imposes"
        " additional requirements such as biometrics or PIN protection."
    ),
    gettext_noop("Incorrect code."),
    gettext_noop("Invalid or expired key."),
    gettext_noop("Invalid token."),
    gettext_noop("Key nr. {number}"),
    gettext_noop("Login Cancelled"),
    gettext_noop("Master key"),
    gettext_noop("Passwordless"),
    gettext_noop("Remove"),
    gettext_noop("Security key"),
    gettext_noop("Security key added."),
    gettext_noop("Security key removed."),
    gettext_noop("Signed out of all other sessions."),
    gettext_noop("The email address and/or password you specified are not correct."),
    gettext_noop("The password reset token was invalid."),
    gettext_noop("The third-party account has been connected."),
    gettext_noop("The third-party account has been disconnected."),
    gettext_noop("The third-party account is already connected to a different account."),
    gettext_noop("Third-Party Login Failure"),
    gettext_noop("This account is currently inactive."),
    gettext_noop("Too many failed login attempts. Try again later."),
    gettext_noop("Use authenticator app or code"),
    gettext_noop("Use your password"),
    gettext_noop(
        "You can sign in to your account using any of the following third-party accounts:"
    ),
    gettext_noop("You currently have no third-party accounts connected to this account."),
    gettext_noop(
        "You decided to cancel logging in to our site using one of your existing accounts. If this"
        ' was a mistake, please proceed to <a href="%(login_url)s">sign in</a>.'
    ),
    gettext_noop("Your account has no password set up."),
)
