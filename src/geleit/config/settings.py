"""Django settings, put together from `environment`. One file, no switches by name of an installation."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from geleit.config import environment as env

PACKAGE = Path(__file__).resolve().parents[1]
PROJECT = PACKAGE.parents[1]
DATA = Path(env.text("GELEIT_DATA") or PROJECT / "var")

DEBUG = env.flag("GELEIT_DEBUG")
DEMO = env.flag("GELEIT_DEMO")
HTTPS = env.flag("GELEIT_HTTPS")
# Without a key every start signs everybody out; `geleit check --deploy` refuses that.
SECRET_KEY = env.text("GELEIT_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = env.words("GELEIT_HOSTS")
BASE_URL = env.text("GELEIT_BASE_URL") or f"http://localhost:{env.number('GELEIT_PORT')}"

INSTALLED_APPS = [
    "geleit.workspace.apps.WorkspaceConfig",
    "geleit.gateway.apps.GatewayConfig",
    "geleit.statistics.apps.StatisticsConfig",
    "geleit.casework.apps.CaseworkConfig",
    "geleit.clients.apps.ClientsConfig",
    "geleit.programmes.apps.ProgrammesConfig",
    "geleit.people.apps.PeopleConfig",
    "geleit.organisations.apps.OrganisationsConfig",
    "geleit.privacy.apps.PrivacyConfig",
    "geleit.runtime.apps.RuntimeConfig",
    "geleit.shared.apps.SharedConfig",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "geleit.runtime.web.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "geleit.people.web.middleware.LanguageMiddleware",
    "geleit.people.web.middleware.IdleTimeoutMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "geleit.people.web.middleware.SecondFactorMiddleware",
    "geleit.people.web.middleware.SightMiddleware",
]

ROOT_URLCONF = "geleit.config.urls"
WSGI_APPLICATION = "geleit.config.wsgi.application"
FORM_RENDERER = "geleit.shared.forms.KernFormRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "geleit.workspace.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]


def database(url: str) -> dict[str, Any]:
    """Django's connection settings from a postgresql:// address; a `host` in the query names a socket folder."""
    parts = urlsplit(url)
    options = dict(item.split("=", 1) for item in parts.query.split("&") if "=" in item)
    host = unquote(options.pop("host", "")) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        # Signing in to PostgreSQL costs more than most queries; each thread keeps its connection.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # Plans are kept for statements that come again: half the database's time for each page.
            "server_side_binding": True,
            "prepare_threshold": 3,
            **{key: unquote(value) for key, value in options.items()},
        },
    }


DATABASES = {"default": database(env.text("GELEIT_DATABASE_URL") or "postgresql:///geleit")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits must hold across web processes, so they are counted in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "runtime_cache",
    }
}

# --- accounts -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {
        "NAME": "geleit.people.passwords.LeakedPasswordValidator",
        "OPTIONS": {"file": env.text("GELEIT_LEAKED_PASSWORDS")},
    },
]
ACCOUNT_ADAPTER = "geleit.people.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "geleit.people.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proven by its invitation
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Geleit: "
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Geleit"
MFA_ADAPTER = "geleit.people.adapters.SecondFactorAdapter"
# An address is proven by its invitation; allauth knows nothing of that.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
USERSESSIONS_TRACK_ACTIVITY = False  # IdleTimeoutMiddleware notes activity, at most once a minute
SOCIALACCOUNT_ONLY = False
# A form that leads to another host would be stopped by `form-action 'self'`; connecting is guarded in the adapter.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": env.text("GELEIT_OIDC_NAME") or "OpenID Connect",
                "client_id": env.text("GELEIT_OIDC_CLIENT_ID"),
                "secret": env.text("GELEIT_OIDC_CLIENT_SECRET"),
                "settings": {"server_url": env.text("GELEIT_OIDC_SERVER")},
            }
        ]
        if env.text("GELEIT_OIDC_SERVER")
        else [],
        "OAUTH_PKCE_ENABLED": True,
    }
}

# --- sessions, cookies, headers -----------------------------------------------------------------
IDLE_SECONDS = env.number("GELEIT_IDLE_MINUTES") * 60
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-geleit" if HTTPS else "geleit"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# TLS, its redirect and HSTS for other names of the host are the proxy's and its operator's to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]
if env.flag("GELEIT_TRUSTED_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else everybody behind the proxy shares one limit of attempts
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL.startswith("https://") else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # KERN's icons are data addresses in its style sheet
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- language, time, files ----------------------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = PROJECT / "static-collected"
STATICFILES_DIRS = [
    ("kern", PROJECT / "node_modules/@kern-ux/native/dist"),
    ("htmx", PROJECT / "node_modules/htmx.org/dist"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = DATA / "files"

# --- mail ---------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("GELEIT_MAIL_FROM")
_mail = urlsplit(env.text("GELEIT_MAIL_URL"))
if _mail.scheme:
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "", _mail.port or 25
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
    EMAIL_USE_SSL = _mail.scheme == "smtps"
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"

# --- logging: to standard error, one line each, never the content of a form ---------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "geleit": {"level": "INFO"},
        "django.server": {"level": "WARNING"},
        "procrastinate": {"level": "WARNING"},
    },
}
